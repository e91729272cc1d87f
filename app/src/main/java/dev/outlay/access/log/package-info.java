/** What was done, by whom and when: sign-ins and changes. */
@NullMarked
package dev.outlay.access.log;

import org.jspecify.annotations.NullMarked;
