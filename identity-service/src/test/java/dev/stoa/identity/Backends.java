package dev.stoa.identity;

import io.quarkus.test.common.TestResourceScope;
import io.quarkus.test.common.WithTestResource;

/** What every test of the running service stands on; found by Quarkus because it is here. */
@WithTestResource(value = RealPostgres.class, scope = TestResourceScope.GLOBAL)
@WithTestResource(value = RealRedis.class, scope = TestResourceScope.GLOBAL)
@WithTestResource(value = TestProvider.class, scope = TestResourceScope.GLOBAL)
class Backends {}
