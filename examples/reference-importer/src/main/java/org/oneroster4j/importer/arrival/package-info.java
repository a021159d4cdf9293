/**
 * Notices a drop, waits until it is complete, and takes it. Whoever may write into a drop folder is not trusted: nothing but
 * regular files with one name is looked into, and looking takes bounded time and memory.
 */
@NullMarked
package org.oneroster4j.importer.arrival;

import org.jspecify.annotations.NullMarked;
