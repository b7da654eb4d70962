/** Orders that the venue itself makes for an account, so that a position comes closer to zero. */
package io.rialto.engine.closing;
