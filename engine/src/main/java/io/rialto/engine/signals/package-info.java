/** Facts of the world outside, written down and never acted upon. */
package io.rialto.engine.signals;
