/** Gradle's files (the Gradle Build Language Reference): Groovy with the names of blocks and types. */

import type { Language } from '../lexer.ts'
import { groovyLanguage } from './shared/groovy.ts'

const BLOCKS =
  'allprojects artifacts buildscript dependencies publishing repositories sourceSets subprojects'

const TYPES = `ArtifactResolutionQuery ComponentSelection ComponentSelectionRules Configuration
  ConventionProperty ExtensionAware ExtraPropertiesExtension Gradle IncrementalTaskInputs
  IvyArtifact IvyArtifactSet IvyModuleDescriptorSpec IvyPublication MavenArtifact MavenArtifactSet
  MavenPom MavenPublication PluginDependenciesSpec PluginDependencySpec Project
  PublishingExtension ResolutionStrategy ResourceHandler Script Settings SourceSet
  SourceSetOutput Task TextResourceFactory`

const gradle: Language = groovyLanguage(BLOCKS, TYPES)

export default gradle
