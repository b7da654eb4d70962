/** The schema itself, read at run time: every message and every field by its name, for those who put frames into words. */
package io.rialto.protocol.schema;
