package org.oneroster4j.csv.constraint;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.validation.metadata.BeanDescriptor;
import jakarta.validation.metadata.CascadableDescriptor;
import jakarta.validation.metadata.ConstraintDescriptor;
import jakarta.validation.metadata.ContainerDescriptor;
import jakarta.validation.metadata.ElementDescriptor;
import java.lang.annotation.Annotation;
import java.lang.reflect.Method;
import java.util.Arrays;
import java.util.Collection;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.oneroster4j.model.Enrollment;
import org.oneroster4j.model.User;
import org.oneroster4j.model.UserId;

/** What is read off the records is what the validator says stands on them: nothing is missed, nothing is made up. */
class DeclaredTest {

    @ParameterizedTest
    @MethodSource("org.oneroster4j.csv.constraint.RecordTypes#all")
    void readIsWhatTheValidatorKnows(Class<?> type) {
        assertThat(read(type)).isEqualTo(known(type));
        assertThat(Declared.on(type).isOdd()).isFalse();
    }

    @Test
    void recordInsideARecordIsReadToo() {
        assertThat(read(UserId.class)).isEqualTo(known(UserId.class)).hasSize(2);
    }

    @Test
    void everyKindOfPlaceIsAmongThem() {
        assertThat(read(User.class))
                .contains("userIds>0 cascades")
                .anyMatch(line -> line.startsWith("orgSourcedIds @jakarta.validation.constraints.NotEmpty"))
                .anyMatch(line -> line.startsWith("enabledUser>0 @jakarta.validation.constraints.NotNull"))
                .anyMatch(line -> line.startsWith("agentSourcedIds>0 @org.oneroster4j.model.constraint.Guid")
                        && line.contains("@jakarta.validation.constraints.Pattern"));
        assertThat(read(Enrollment.class))
                .anyMatch(line -> line.startsWith(" @org.oneroster4j.model.constraint.EndsNotBefore"));
    }

    private static Set<String> read(Class<?> type) {
        Set<String> lines = new TreeSet<>();
        Declared declared = Declared.on(type);
        declared.rules().forEach(rule -> lines.add(" " + text(rule)));
        declared.components().forEach(place -> add(lines, place.name(), place));
        return lines;
    }

    private static void add(Set<String> lines, String path, Place place) {
        assertThat(place.isOdd()).as(path).isFalse();
        place.rules().forEach(rule -> lines.add(path + " " + text(rule)));
        if (place.cascades()) {
            lines.add(path + " cascades");
        }
        place.arguments().forEach(argument -> add(lines, path + ">" + argument.name(), argument));
    }

    private static String text(Rule rule) {
        return text(
                rule.annotation(),
                rule.composing().stream().map(DeclaredTest::text).collect(Collectors.toCollection(TreeSet::new)));
    }

    private static Set<String> known(Class<?> type) {
        Set<String> lines = new TreeSet<>();
        BeanDescriptor bean = Engine.VALIDATOR.getConstraintsForClass(type);
        addRules(lines, "", bean);
        bean.getConstrainedProperties().forEach(property -> {
            addRules(lines, property.getPropertyName(), property);
            addCascade(lines, property.getPropertyName(), property);
            addInside(lines, property.getPropertyName(), property);
        });
        return lines;
    }

    private static void addInside(Set<String> lines, String path, ContainerDescriptor container) {
        container.getConstrainedContainerElementTypes().forEach(element -> {
            String inside = path + ">" + element.getTypeArgumentIndex();
            addRules(lines, inside, element);
            addCascade(lines, inside, element);
            addInside(lines, inside, element);
        });
    }

    private static void addRules(Set<String> lines, String path, ElementDescriptor element) {
        element.getConstraintDescriptors().forEach(constraint -> lines.add(path + " " + text(constraint)));
    }

    private static void addCascade(Set<String> lines, String path, CascadableDescriptor element) {
        assertThat(element.getGroupConversions()).isEmpty();
        if (element.isCascaded()) {
            lines.add(path + " cascades");
        }
    }

    private static String text(ConstraintDescriptor<?> constraint) {
        return text(
                constraint.getAnnotation(),
                constraint.getComposingConstraints().stream()
                        .map(DeclaredTest::text)
                        .collect(Collectors.toCollection(TreeSet::new)));
    }

    /** Without groups and payload, which parts have of their whole: the validator hands them down, this is not asked to. */
    private static String text(Annotation annotation, Collection<String> composing) {
        Map<String, String> attributes = new TreeMap<>();
        for (Method attribute : annotation.annotationType().getDeclaredMethods()) {
            try {
                attributes.put(attribute.getName(), Arrays.deepToString(new Object[] {attribute.invoke(annotation)}));
            } catch (ReflectiveOperationException e) {
                throw new IllegalStateException("The attributes of a public annotation can be read", e);
            }
        }
        attributes.keySet().removeAll(Set.of("groups", "payload"));
        return "@" + annotation.annotationType().getName() + attributes + " " + composing;
    }
}
