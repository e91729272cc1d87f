/** What the demo shows. */
@NullMarked
package dev.outlay.cli.demo;

import org.jspecify.annotations.NullMarked;
