# One of the three services: docker build -f deploy/images/service.Dockerfile --build-arg SERVICE=signaling-service .
# A Dockerfile and not Jib, so that nothing but Docker is needed on the host, and so that the class cache can be made.

FROM eclipse-temurin:25.0.3_9-jdk-noble AS build
ARG SERVICE
WORKDIR /src
COPY .mvn .mvn
COPY mvnw pom.xml ./
COPY web-ui/pom.xml web-ui/
COPY identity-service/pom.xml identity-service/
COPY matchmaking-service/pom.xml matchmaking-service/
COPY signaling-service/pom.xml signaling-service/
COPY local-stack/pom.xml local-stack/
COPY deploy/pom.xml deploy/
# What changes seldom comes first: a change of code fetches nothing again.
RUN ./mvnw -B -q -pl ${SERVICE} quarkus:go-offline
COPY ${SERVICE}/src ${SERVICE}/src
RUN ./mvnw -B -q -pl ${SERVICE} package -Dmaven.test.skip=true -Dspotless.skip=true \
    -Dquarkus.package.jar.appcds.enabled=true -Dquarkus.package.jar.appcds.use-aot=true -Psbom
RUN mv ${SERVICE}/target/quarkus-app /app && cp ${SERVICE}/target/bom.json /app/sbom.cdx.json
# Unpacked here, for a service could only do it into /tmp, which Compose mounts so that nothing can be executed in it.
RUN mkdir /app/native && cd /app/native && for jar in ../lib/main/software.amazon.cryptools.*.jar; do \
        [ ! -e "$jar" ] || jar -xf "$jar" com/amazon/corretto/crypto/provider/libamazonCorrettoCryptoProvider.so; \
    done && find . -mindepth 2 -name '*.so' -exec mv {} . \; && rm -rf com

# Ubuntu and not Alpine: native libraries want glibc.
FROM eclipse-temurin:25.0.3_9-jre-noble
ARG SERVICE
ARG VERSION=0.1.0
ARG REVISION=unknown
LABEL org.opencontainers.image.title="Stoa ${SERVICE}" \
      org.opencontainers.image.version="${VERSION}" \
      org.opencontainers.image.revision="${REVISION}" \
      org.opencontainers.image.licenses="Apache-2.0"
WORKDIR /app
# Dependencies apart from code: an update moves the last layers alone.
COPY --from=build /app/lib/ lib/
COPY --from=build /app/quarkus/ quarkus/
COPY --from=build /app/native/ native/
COPY --from=build /app/*.jar /app/sbom.cdx.json ./
COPY --from=build /app/app/ app/
ENV QUARKUS_HTTP_HOST=0.0.0.0 QUARKUS_HTTP_PORT=8080 QUARKUS_MANAGEMENT_HOST=0.0.0.0 QUARKUS_MANAGEMENT_PORT=9000 \
    JAVA_TOOL_OPTIONS="-XX:MaxRAMPercentage=60 -Xmn64m -XX:+ExitOnOutOfMemoryError -XX:+UseSerialGC \
-Djava.library.path=/app/native -Dcom.amazon.corretto.crypto.provider.useExternalLib=true"
# A cache serves only the very JVM that made it: not the one of the build, which is a JDK's. This start ends before it reaches
# anything, but is none at all without the settings that have no default.
RUN STOA_ALLOWED_ORIGINS=http://localhost STOA_PASS_JWKS_URL=http://localhost STOA_SIGNALING_REDIS_URL=redis://localhost \
    STOA_OIDC_ISSUER=http://localhost STOA_OIDC_CLIENT_SECRET=none STOA_SESSION_KEY=none-is-made-with-this-one-ever-32 \
    java -XX:AOTCacheOutput=app.aot -Dquarkus.appcds.generate=true -jar quarkus-run.jar && test -s app.aot
USER 10001:10001
EXPOSE 8080 9000
HEALTHCHECK --interval=5s --timeout=3s --start-period=20s --retries=6 \
    CMD ["bash", "-c", "exec 3<>/dev/tcp/127.0.0.1/9000 && printf 'GET /q/health/ready HTTP/1.0\\r\\n\\r\\n' >&3 && read -r -t 2 _ status _ <&3 && [ \"$status\" = 200 ]"]
ENTRYPOINT ["java", "-XX:AOTCache=app.aot", "-jar", "quarkus-run.jar"]
