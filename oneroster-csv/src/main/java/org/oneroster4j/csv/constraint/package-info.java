/**
 * Checks records against the Jakarta constraints that stand on them, at the price of a check by hand as long as nothing is
 * wrong.
 *
 * <pre>{@code
 * for (ConstraintViolation<User> violation : Constraints.violations(user)) {
 *     System.err.println(violation.getPropertyPath() + ": " + violation.getMessage());
 * }
 * }</pre>
 *
 * <p>A rule is written once, as a constraint. The constraints of a type are read when it is first checked and turned into
 * direct checks, which only accept or do not. What they do not accept goes to Hibernate Validator, which has the last word
 * and explains; it is not even loaded before. What the direct checks do not know, they do not accept.
 */
@NullMarked
package org.oneroster4j.csv.constraint;

import org.jspecify.annotations.NullMarked;
