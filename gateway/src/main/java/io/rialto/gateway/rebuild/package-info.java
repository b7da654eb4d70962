/** {@code ./rialto replay rebuild}: the read model made anew from the journal. It stands here because replay knows no feeds. */
package io.rialto.gateway.rebuild;
