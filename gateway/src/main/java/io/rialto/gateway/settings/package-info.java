/** How the process is set up: one file, environment, options; every key with unit, default and range. */
package io.rialto.gateway.settings;
