/** The trades that were made lately, of every instrument: what is needed to take one back, or to give it to somebody else. */
package io.rialto.engine.tape;
