/**
 * What is wrong, or worth knowing, about a drop, as values: findings with a code, a severity, an effect and a place, the
 * listener they go to, and the summary that counts all of them and keeps some.
 */
@NullMarked
package org.oneroster4j.model.finding;

import org.jspecify.annotations.NullMarked;
