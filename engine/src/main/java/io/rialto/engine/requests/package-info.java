/** Who asked before: a key means one request, whatever is lost on the way. */
package io.rialto.engine.requests;
