/** The book bench: our book, our core and other people's books play the same flows in JVMs of their own. */
package io.rialto.bench.book;
