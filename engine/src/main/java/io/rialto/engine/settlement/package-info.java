/** What trades owe until their settlement date: novated to the clearing account, netted, and delivered against payment. */
package io.rialto.engine.settlement;
