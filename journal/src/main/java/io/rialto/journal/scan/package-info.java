/** Reading queue files as bytes, and judging what they hold. */
package io.rialto.journal.scan;
