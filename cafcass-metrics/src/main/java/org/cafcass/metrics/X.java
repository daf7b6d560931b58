package org.cafcass.metrics;

class X {}
