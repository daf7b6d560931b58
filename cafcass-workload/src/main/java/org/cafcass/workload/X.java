package org.cafcass.workload;

class X {}
