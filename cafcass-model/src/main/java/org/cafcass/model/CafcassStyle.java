package org.cafcass.model;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.immutables.value.Value;

/** The one style of the generated value types: the generated class stays hidden behind the type and its builder. */
@Target({ElementType.PACKAGE, ElementType.TYPE})
@Retention(RetentionPolicy.CLASS)
@Value.Style(
        visibility = Value.Style.ImplementationVisibility.PACKAGE,
        overshadowImplementation = true,
        strictBuilder = true,
        get = "*",
        jdkOnly = true,
        throwForInvalidImmutableState = IllegalArgumentException.class,
        allowedClasspathAnnotations = {javax.annotation.processing.Generated.class})
public @interface CafcassStyle {}
