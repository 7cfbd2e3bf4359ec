// One council's Convene: the bot's registration, a web app, PostgreSQL and a vault for its secrets.
// A first cut: private networking, backup policy and monitoring alerts are the council's own to add.
@description('Start of every resource name; letters and digits.')
@minLength(3)
@maxLength(16)
param name string

@description('Entra application (client) id of the bot.')
param botAppId string

@description('Entra tenant of the bot and of the council.')
param botTenantId string

@secure()
@description('Client secret of the bot. Kept in the vault.')
param botPassword string

@secure()
@description('Password of the database owner. Kept in the vault.')
param databasePassword string

@secure()
@minLength(32)
@description('Key with which the council web form calls POST /api/applications.')
param applicationsKey string

@secure()
@minLength(32)
@description('Shared secret of Graph change notifications.')
param notificationsSecret string

@description('Path of the partnership file inside the deployed folder.')
param partnershipPath string = '/home/site/wwwroot/partnership.json'

param location string = resourceGroup().location

var suffix = uniqueString(resourceGroup().id)
var siteName = '${name}-${suffix}'
var databaseName = 'convene'
var databaseOwner = 'convene'

resource plan 'Microsoft.Web/serverfarms@2023-12-01' = {
  name: '${name}-plan'
  location: location
  kind: 'linux'
  sku: { name: 'B2', tier: 'Basic' }
  properties: { reserved: true }
}

resource vault 'Microsoft.KeyVault/vaults@2023-07-01' = {
  name: take('${name}-${suffix}', 24)
  location: location
  properties: {
    tenantId: subscription().tenantId
    sku: { family: 'A', name: 'standard' }
    enableRbacAuthorization: true
    enablePurgeProtection: true
  }
}

resource secrets 'Microsoft.KeyVault/vaults/secrets@2023-07-01' = [
  for item in [
    { name: 'bot-password', value: botPassword }
    { name: 'applications-key', value: applicationsKey }
    { name: 'notifications-secret', value: notificationsSecret }
    {
      name: 'database-url'
      value: 'postgres://${databaseOwner}:${uriComponent(databasePassword)}@${database.properties.fullyQualifiedDomainName}:5432/${databaseName}?sslmode=require'
    }
  ]: {
    parent: vault
    name: item.name
    properties: { value: item.value }
  }
]

resource database 'Microsoft.DBforPostgreSQL/flexibleServers@2024-08-01' = {
  name: '${name}-db-${suffix}'
  location: location
  sku: { name: 'Standard_B1ms', tier: 'Burstable' }
  properties: {
    version: '16'
    administratorLogin: databaseOwner
    administratorLoginPassword: databasePassword
    storage: { storageSizeGB: 32 }
    backup: { backupRetentionDays: 35, geoRedundantBackup: 'Disabled' }
    highAvailability: { mode: 'Disabled' }
  }
}

resource databaseItself 'Microsoft.DBforPostgreSQL/flexibleServers/databases@2024-08-01' = {
  parent: database
  name: databaseName
}

resource site 'Microsoft.Web/sites@2023-12-01' = {
  name: siteName
  location: location
  kind: 'app,linux'
  identity: { type: 'SystemAssigned' }
  properties: {
    serverFarmId: plan.id
    httpsOnly: true
    siteConfig: {
      linuxFxVersion: 'NODE|20-lts'
      alwaysOn: true
      ftpsState: 'Disabled'
      minTlsVersion: '1.2'
      healthCheckPath: '/health'
      appCommandLine: 'npm start'
      appSettings: [
        { name: 'MicrosoftAppId', value: botAppId }
        { name: 'MicrosoftAppTenantId', value: botTenantId }
        { name: 'MicrosoftAppType', value: 'SingleTenant' }
        { name: 'MicrosoftAppPassword', value: '@Microsoft.KeyVault(VaultName=${vault.name};SecretName=bot-password)' }
        { name: 'DATABASE_URL', value: '@Microsoft.KeyVault(VaultName=${vault.name};SecretName=database-url)' }
        { name: 'CONVENE_APPLICATIONS_KEY', value: '@Microsoft.KeyVault(VaultName=${vault.name};SecretName=applications-key)' }
        { name: 'CONVENE_NOTIFICATIONS_SECRET', value: '@Microsoft.KeyVault(VaultName=${vault.name};SecretName=notifications-secret)' }
        { name: 'CONVENE_PUBLIC_URL', value: 'https://${siteName}.azurewebsites.net' }
        { name: 'CONVENE_PARTNERSHIP', value: partnershipPath }
        // App Service's front end writes the caller's address.
        { name: 'CONVENE_TRUSTED_PROXIES', value: '1' }
        // Requests and sends under way end within 25 seconds.
        { name: 'WEBSITES_CONTAINER_STOP_TIME_LIMIT', value: '40' }
        { name: 'PORT', value: '8080' }
      ]
    }
  }
}

// Key Vault Secrets User, for the web app alone.
resource mayRead 'Microsoft.Authorization/roleAssignments@2022-04-01' = {
  name: guid(vault.id, site.id, 'secrets-user')
  scope: vault
  properties: {
    principalId: site.identity.principalId
    principalType: 'ServicePrincipal'
    roleDefinitionId: subscriptionResourceId('Microsoft.Authorization/roleDefinitions', '4633458b-17de-408a-b874-0445c86b69e6')
  }
}

resource bot 'Microsoft.BotService/botServices@2022-09-15' = {
  name: siteName
  location: 'global'
  kind: 'azurebot'
  sku: { name: 'F0' }
  properties: {
    displayName: 'Convene'
    endpoint: 'https://${site.properties.defaultHostName}/api/messages'
    msaAppId: botAppId
    msaAppTenantId: botTenantId
    msaAppType: 'SingleTenant'
    isStreamingSupported: false
  }
}

resource teams 'Microsoft.BotService/botServices/channels@2022-09-15' = {
  parent: bot
  name: 'MsTeamsChannel'
  location: 'global'
  properties: { channelName: 'MsTeamsChannel', properties: { isEnabled: true } }
}

output BOT_DOMAIN string = site.properties.defaultHostName
output BOT_AZURE_APP_SERVICE_RESOURCE_ID string = site.id
