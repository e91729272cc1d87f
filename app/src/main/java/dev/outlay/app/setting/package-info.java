/** How a setting is declared, written down, found and checked. */
@NullMarked
package dev.outlay.app.setting;

import org.jspecify.annotations.NullMarked;
