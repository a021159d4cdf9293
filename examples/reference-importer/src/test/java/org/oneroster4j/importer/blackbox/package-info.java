/** What the importer promises, tested through what anybody can call. */
@NullMarked
package org.oneroster4j.importer.blackbox;

import org.jspecify.annotations.NullMarked;
