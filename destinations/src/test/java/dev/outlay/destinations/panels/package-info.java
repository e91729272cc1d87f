/** The dashboards as they are written down, and the questions they ask. */
@NullMarked
package dev.outlay.destinations.panels;

import org.jspecify.annotations.NullMarked;
