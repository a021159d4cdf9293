/**
 * The service: looks at drop folders until it is told to stop, converts what is complete, and says how it is. One thread does
 * the work of all jobs, one after the other; everything that it waits for is a moment at which to look again.
 */
@NullMarked
package org.oneroster4j.importer.service;

import org.jspecify.annotations.NullMarked;
