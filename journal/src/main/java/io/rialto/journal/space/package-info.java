/** Room on the device: blocks ahead of the writer, marks before it is full. */
package io.rialto.journal.space;
