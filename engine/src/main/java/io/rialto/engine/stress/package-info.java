/** What would become of margins if prices moved. */
package io.rialto.engine.stress;
