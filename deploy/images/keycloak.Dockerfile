# Keycloak, built for the options it runs with: docker build -f deploy/images/keycloak.Dockerfile .

FROM quay.io/keycloak/keycloak:26.7.3 AS build
ENV KC_DB=postgres KC_HTTP_RELATIVE_PATH=/auth KC_HEALTH_ENABLED=true KC_METRICS_ENABLED=true \
    KC_FEATURES_DISABLED=ciba,device-flow,kerberos,par,impersonation
RUN /opt/keycloak/bin/kc.sh build

FROM quay.io/keycloak/keycloak:26.7.3
COPY --from=build /opt/keycloak/ /opt/keycloak/
# Read at each start and not by the build. Without it the server opens ports for others of its kind, and looks for them.
ENV KC_CACHE=local
ENTRYPOINT ["/opt/keycloak/bin/kc.sh"]
