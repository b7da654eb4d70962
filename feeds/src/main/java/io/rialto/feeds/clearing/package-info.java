/** What trades owe until they settle, and what became of it: obligations, cycles, busts. */
package io.rialto.feeds.clearing;
