/** Orders whose price follows the book. */
package io.rialto.engine.pegs;
