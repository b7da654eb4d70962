/** Orders that hang together: what one of them does decides about the others. */
package io.rialto.engine.lists;
