/** The command line: options, exit codes, and what is printed. */
@NullMarked
package org.oneroster4j.importer.cli;

import org.jspecify.annotations.NullMarked;
