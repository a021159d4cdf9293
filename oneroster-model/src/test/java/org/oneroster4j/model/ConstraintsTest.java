package org.oneroster4j.model;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.validation.Validation;
import jakarta.validation.Validator;
import jakarta.validation.ValidatorFactory;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.hibernate.validator.messageinterpolation.ParameterMessageInterpolator;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** The constraints stand on the records, so that anybody's validator finds them. */
class ConstraintsTest {
    private static ValidatorFactory factory;

    @BeforeAll
    static void start() {
        factory = Validation.byDefaultProvider()
                .configure()
                .messageInterpolator(new ParameterMessageInterpolator())
                .buildValidatorFactory();
    }

    @AfterAll
    static void stop() {
        factory.close();
    }

    private static UserBuilder user() {
        return User.builder()
                .sourcedId("u1")
                .enabledUser(true)
                .addOrgSourcedIds("1")
                .role(RoleType.STUDENT)
                .username("ana")
                .givenName("Ana")
                .familyName("Smith");
    }

    private static Set<String> broken(Object record) {
        Validator validator = factory.getValidator();
        return validator.validate(record).stream()
                .map(violation -> violation.getPropertyPath().iterator().next().getName())
                .collect(Collectors.toSet());
    }

    @Test
    void completeRecordBreaksNone() {
        assertThat(broken(user().build())).isEmpty();
    }

    @Test
    void blankRequiredCellsAndOddIdsAreFound() {
        User odd = user().sourcedId("u 1")
                .username(" ")
                .build()
                .withOrgSourcedIds(List.of())
                .withEnabledUser(Optional.empty());

        assertThat(broken(odd)).containsExactlyInAnyOrder("sourcedId", "username", "orgSourcedIds", "enabledUser");
    }

    @Test
    void itemOfAListIsCheckedByItself() {
        assertThat(broken(user().addOrgSourcedIds("a|b").build())).containsExactly("orgSourcedIds");
    }
}
