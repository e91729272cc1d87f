/** What all files have in common: a manifest, files that are never changed, one switch a load. */
@NullMarked
package dev.outlay.destinations.file;

import org.jspecify.annotations.NullMarked;
