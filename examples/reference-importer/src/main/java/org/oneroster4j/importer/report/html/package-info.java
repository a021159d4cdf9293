/** The report that people look at, one page in HTML: what it shows, and the template that puts it in place. */
@NullMarked
package org.oneroster4j.importer.report.html;

import org.jspecify.annotations.NullMarked;
