/** The journal as people look through it: frames by what they name, in words, and what each of them caused. */
package io.rialto.gateway.explorer;
