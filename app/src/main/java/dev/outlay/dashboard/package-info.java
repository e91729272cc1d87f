/** Dashboards as configuration: widgets, each a question and how its answer is shown. */
@NullMarked
package dev.outlay.dashboard;

import org.jspecify.annotations.NullMarked;
