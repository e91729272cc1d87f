/** Signing in at another service (OpenID Connect). */
@NullMarked
package dev.outlay.access.oidc;

import org.jspecify.annotations.NullMarked;
