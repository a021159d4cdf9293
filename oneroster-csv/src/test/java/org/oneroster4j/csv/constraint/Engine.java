package org.oneroster4j.csv.constraint;

import jakarta.validation.Validation;
import jakarta.validation.Validator;
import org.hibernate.validator.messageinterpolation.ParameterMessageInterpolator;

/** A validator of the tests' own, to compare with. */
final class Engine {
    static final Validator VALIDATOR = Validation.byDefaultProvider()
            .configure()
            .messageInterpolator(new ParameterMessageInterpolator())
            .buildValidatorFactory()
            .getValidator();

    private Engine() {}

    static boolean accepts(Object record) {
        return VALIDATOR.validate(record).isEmpty();
    }
}
