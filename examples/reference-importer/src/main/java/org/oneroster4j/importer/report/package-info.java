/** What a run leaves for people and for programs: the summary and the findings. */
@NullMarked
package org.oneroster4j.importer.report;

import org.jspecify.annotations.NullMarked;
