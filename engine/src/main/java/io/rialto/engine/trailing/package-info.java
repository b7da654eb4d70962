/** How triggers trail the best price: who is active, since which price, and whose trigger comes closest. */
package io.rialto.engine.trailing;
