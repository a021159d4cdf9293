/** The settings of a run, from the command line and from a YAML file. */
@NullMarked
package org.oneroster4j.importer.config;

import org.jspecify.annotations.NullMarked;
