/** Several operations in one command: what replaces, what is all or nothing, and what is only asked. */
package io.rialto.engine.batch;
