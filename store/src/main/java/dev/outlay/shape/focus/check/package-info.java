/** Whether a file, whoever wrote it, is as FOCUS says; stricter than the official validator. */
@NullMarked
package dev.outlay.shape.focus.check;

import org.jspecify.annotations.NullMarked;
