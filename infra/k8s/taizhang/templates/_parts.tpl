{{- define "taizhang.labels" -}}
app.kubernetes.io/name: taizhang
app.kubernetes.io/instance: {{ .Release.Name }}
app.kubernetes.io/version: {{ .Chart.AppVersion | quote }}
app.kubernetes.io/managed-by: {{ .Release.Service }}
{{- end }}

{{- define "taizhang.selector" -}}
app.kubernetes.io/name: taizhang
app.kubernetes.io/instance: {{ .root.Release.Name }}
app.kubernetes.io/component: {{ .component }}
{{- end }}

{{- define "taizhang.brokers" -}}
{{- if .Values.kafka.brokers }}{{ join "," .Values.kafka.brokers }}
{{- else if .Values.kafka.strimzi.enabled }}{{ .Release.Name }}-kafka-kafka-bootstrap:9092
{{- else }}{{ fail "name kafka.brokers, or let Strimzi make a cluster (kafka.strimzi.enabled)" }}{{ end }}
{{- end }}

{{- define "taizhang.databaseSecret" -}}
{{- if .Values.postgres.existingSecret }}{{ .Values.postgres.existingSecret }}
{{- else if .Values.postgres.cloudnativepg.enabled }}{{ .Release.Name }}-postgres-app
{{- else }}{{ fail "name postgres.existingSecret, or let CloudNativePG make a database (postgres.cloudnativepg.enabled)" }}{{ end }}
{{- end }}

{{- define "taizhang.environment" -}}
- { name: HOST, value: 0.0.0.0 }
- { name: PORT, value: '3000' }
- { name: DATA_DIR, value: /tmp }
- { name: KEY_FILE, value: /keys/person.key }
- { name: ANCHORS_FILE, value: /tmp/anchors.jsonl }
- { name: LOG_LEVEL, value: {{ .Values.logLevel }} }
- { name: KAFKA_BROKERS, value: {{ include "taizhang.brokers" . | quote }} }
- { name: KAFKA_PREFIX, value: {{ .Values.kafka.prefix }} }
- { name: KAFKA_REPLICATION, value: {{ .Values.kafka.replication | quote }} }
- name: DATABASE_URL
  valueFrom: { secretKeyRef: { name: {{ include "taizhang.databaseSecret" . }}, key: uri } }
{{- with .Values.postgres.requestsSecret }}
- name: REQUESTS_DATABASE_URL
  valueFrom: { secretKeyRef: { name: {{ . }}, key: uri } }
{{- end }}
{{- end }}

{{- define "taizhang.pod" -}}
serviceAccountName: {{ .Release.Name }}-taizhang
automountServiceAccountToken: false
{{- with .Values.image.pullSecrets }}
imagePullSecrets:
  {{- range . }}
  - name: {{ . }}
  {{- end }}
{{- end }}
securityContext:
  runAsNonRoot: true
  runAsUser: 1000
  fsGroup: 1000
  seccompProfile: { type: RuntimeDefault }
volumes:
  - name: keys
    secret: { secretName: {{ .Values.secret }}, defaultMode: 0440 }
  - name: tmp
    emptyDir: {}
{{- end }}

{{- define "taizhang.container" -}}
image: {{ .Values.image.repository }}:{{ .Values.image.tag }}
imagePullPolicy: {{ .Values.image.pullPolicy }}
securityContext:
  allowPrivilegeEscalation: false
  readOnlyRootFilesystem: true
  capabilities: { drop: [ALL] }
volumeMounts:
  - { name: keys, mountPath: /keys, readOnly: true }
  - { name: tmp, mountPath: /tmp }
{{- end }}

{{- define "taizhang.probes" -}}
ports:
  - { name: http, containerPort: 3000 }
startupProbe:
  httpGet: { path: /health/live, port: http }
  periodSeconds: 2
  failureThreshold: 60
livenessProbe:
  httpGet: { path: /health/live, port: http }
  periodSeconds: 10
  failureThreshold: 3
readinessProbe:
  httpGet: { path: /health/ready, port: http }
  periodSeconds: 5
  failureThreshold: 3
{{- end }}

{{- define "taizhang.spread" -}}
topologySpreadConstraints:
  - maxSkew: 1
    topologyKey: kubernetes.io/hostname
    whenUnsatisfiable: ScheduleAnyway
    labelSelector:
      matchLabels:
        {{- include "taizhang.selector" . | nindent 8 }}
{{- end }}
