package org.oneroster4j.impero.blackbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import java.lang.reflect.Field;
import java.util.ArrayList;
import java.util.List;
import java.util.function.IntConsumer;
import org.junit.jupiter.api.Test;
import org.oneroster4j.impero.change.BrakeSettings;
import org.oneroster4j.impero.change.GrowthLimit;
import org.oneroster4j.impero.change.RemovalLimit;

/** No brake can be switched off, and the constraints say the same as the constructors. */
class BrakeSettingsTest {
    @Test
    void defaultsAreThoseOfTheRequirement() {
        BrakeSettings defaults = BrakeSettings.DEFAULTS;

        assertThat(List.of(defaults.groups(), defaults.members(), defaults.consoleUsers(), defaults.access()))
                .containsOnly(new RemovalLimit(20, 10));
        assertThat(defaults.accessGrowth()).isEqualTo(new GrowthLimit(50, 20));
        assertThat(defaults.groupsForOnePerson()).isEqualTo(50);
    }

    @Test
    void numbersThatSwitchABrakeOffAreRefused() {
        assertBounds(RemovalLimit.class, "percent", percent -> new RemovalLimit(percent, 10));
        assertBounds(RemovalLimit.class, "number", number -> new RemovalLimit(20, number));
        assertBounds(GrowthLimit.class, "percent", percent -> new GrowthLimit(percent, 20));
        assertBounds(GrowthLimit.class, "number", number -> new GrowthLimit(50, number));
        assertBounds(BrakeSettings.class, "groupsForOnePerson", BrakeSettings.DEFAULTS::withGroupsForOnePerson);
        assertThat(RemovalLimit.MAX_PERCENT).isEqualTo(50);
    }

    /** Tries the numbers around the bounds that the constraints declare. */
    private static void assertBounds(Class<?> type, String component, IntConsumer make) {
        int low =
                Math.toIntExact(field(type, component).getAnnotation(Min.class).value());
        int high =
                Math.toIntExact(field(type, component).getAnnotation(Max.class).value());
        List<Integer> refused = new ArrayList<>();
        for (int value : List.of(Integer.MIN_VALUE, low - 1, low, high, high + 1, Integer.MAX_VALUE)) {
            try {
                make.accept(value);
            } catch (IllegalArgumentException e) {
                refused.add(value);
            }
        }
        assertThat(refused)
                .as(type.getSimpleName() + "." + component)
                .containsExactly(Integer.MIN_VALUE, low - 1, high + 1, Integer.MAX_VALUE);
        assertThatThrownBy(() -> make.accept(high + 1)).hasMessageContaining("from " + low + " to " + high);
    }

    private static Field field(Class<?> type, String component) {
        try {
            return type.getDeclaredField(component);
        } catch (NoSuchFieldException e) {
            throw new AssertionError(type + " has no component " + component, e);
        }
    }
}
