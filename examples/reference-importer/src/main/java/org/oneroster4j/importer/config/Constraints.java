package org.oneroster4j.importer.config;

import jakarta.validation.Validation;
import jakarta.validation.Validator;
import java.util.Locale;
import java.util.Set;
import org.hibernate.validator.messageinterpolation.ParameterMessageInterpolator;

/** What checks the constraints that stand on settings. */
final class Constraints {
    /** In English whatever the machine speaks, and made when first needed: it takes longer than reading a small school. */
    private static final class Holder {
        private static final Validator VALIDATOR = Validation.byDefaultProvider()
                .configure()
                .messageInterpolator(new ParameterMessageInterpolator(
                        Set.of(Locale.ENGLISH), Locale.ENGLISH, context -> Locale.ENGLISH, false))
                .buildValidatorFactory()
                .getValidator();
    }

    private Constraints() {}

    /** Returns the validator, which may be used by several threads. */
    static Validator validator() {
        return Holder.VALIDATOR;
    }
}
