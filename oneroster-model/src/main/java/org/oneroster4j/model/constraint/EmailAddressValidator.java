package org.oneroster4j.model.constraint;

import jakarta.validation.ConstraintValidator;
import jakarta.validation.ConstraintValidatorContext;
import org.jspecify.annotations.Nullable;
import org.oneroster4j.model.CellText;

/** Checks {@link EmailAddress}. Stateless. */
public final class EmailAddressValidator implements ConstraintValidator<EmailAddress, String> {
    /** Tells whether a text, trimmed, has exactly one {@code @} with something before and after it. */
    public static boolean isAddress(String text) {
        String trimmed = CellText.trimmed(text);
        int at = trimmed.indexOf('@');
        return at > 0 && at < trimmed.length() - 1 && trimmed.indexOf('@', at + 1) < 0;
    }

    @Override
    public boolean isValid(@Nullable String value, ConstraintValidatorContext context) {
        return value == null || isAddress(value);
    }
}
