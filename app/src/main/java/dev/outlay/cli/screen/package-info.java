/** What is drawn for people: colours, aligned columns, times. */
@NullMarked
package dev.outlay.cli.screen;

import org.jspecify.annotations.NullMarked;
