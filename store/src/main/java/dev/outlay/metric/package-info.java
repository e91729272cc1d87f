/** Figures as monitoring systems like them: declared once, told in one moment of the store. */
@NullMarked
package dev.outlay.metric;

import org.jspecify.annotations.NullMarked;
