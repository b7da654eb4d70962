/** What looks like an attack in what was sent: found, counted and told. Nothing is refused for it: values are bound, and paths open no files. */
package io.rialto.gateway.intrusion;
